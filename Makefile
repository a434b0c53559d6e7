# sqlite-newsroom: `make help` lists the verbs. `make` alone installs nothing and needs no network.
# Several trees may build side by side: make BUILD=build-x LIB=build-x/newsroom.so

CC      ?= cc
BUILD   ?= build
CFLAGS  ?= -O3 -g
SECONDS ?= 60
RANDOM_TEXTS  ?= 4000
HOSTILE_BYTES ?= 120000
KILLS         ?= 10
CROWD_SECONDS ?= 3
OS      := $(shell uname -s)
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
           -Wundef -Wvla -Wformat=2 -Wwrite-strings -Wimplicit-fallthrough
ifneq ($(filter true 1,$(CI) $(WERROR)),)
WARN    += -Werror
endif

# ---- What the system has: by pkg-config where that is there, by the usual names where not ----
ifeq ($(OS),Darwin)
BREW    := $(shell brew --prefix 2>/dev/null)
export PKG_CONFIG_PATH := $(BREW)/opt/sqlite/lib/pkgconfig:$(PKG_CONFIG_PATH)
export PATH := $(BREW)/opt/sqlite/bin:$(PATH)
endif
pkg      = $(shell pkg-config $(1) 2>/dev/null)
SQLITE  := $(or $(call pkg,--libs sqlite3),-lsqlite3)
PCRE2_A := $(firstword $(wildcard $(call pkg,--variable=libdir libpcre2-8)/libpcre2-8.a) \
             $(filter /%,$(shell $(CC) -print-file-name=libpcre2-8.a 2>/dev/null)))
PCRE2   := $(or $(PCRE2_A),$(call pkg,--libs libpcre2-8),-lpcre2-8) -pthread
ALL_C   := -std=c11 -fPIC -fvisibility=hidden $(WARN) -Iext -I$(BUILD)/gen \
           $(call pkg,--cflags-only-I sqlite3 libpcre2-8)

# ---- One library, exporting its entry point and nothing of PCRE2 ----
ifeq ($(OS),Darwin)
LIB     ?= newsroom.dylib
SHARED   = -dynamiclib -Wl,-exported_symbol,_sqlite3_newsroom_init
else ifneq ($(findstring NT,$(OS)),)
LIB     ?= newsroom.dll
SHARED   = -shared -static-libgcc
else
LIB     ?= newsroom.so
SHARED   = -shared -Wl,--exclude-libs,ALL -Wl,-z,now -Wl,-z,relro
endif

# Rooms that include SQLite; tests of theirs link it, the others the analysis alone.
SQL_ROOMS = tables archive people family refresh
CORE_C   = $(filter-out ext/lexicon/lexicon2c.c ext/tag/model2c.c ext/tag/lemma2c.c ext/tag/cluster2c.c $(SQL_ROOMS:%=ext/%/%),$(wildcard ext/*/*.c)) ext/article.c
SQL_C    = $(wildcard $(SQL_ROOMS:%=ext/%/*.c) ext/newsroom.c)
SQL_TEXT = $(BUILD)/gen/sql_text
LISTS    = $(wildcard ext/lexicon/lists/*.txt)
LEXICON  = $(BUILD)/gen/lexicon_data
LEXICON2C = $(wildcard ext/lexicon/lexicon2c.c ext/lexicon/lexicon2c/*.c) \
           ext/base/arena.c ext/base/map.c ext/lexicon/facts.c ext/lexicon/inflect.c
MODELS   = $(wildcard ext/tag/models/*.model)
MODELS_O = $(BUILD)/gen/models.o            # what was learnt, see ext/tag/model.h
MODEL_FILE_C = $(patsubst %,ext/tag/model2c/%.c,file layout places memory)
MODEL2C_C = ext/tag/model2c.c $(MODEL_FILE_C)
LEMMA2C_C = $(wildcard ext/tag/lemma2c.c ext/tag/model2c/*.c) ext/tag/pos_names.c ext/base/arena.c ext/base/map.c
BARE     = $(CORE_C:%.c=$(BUILD)/%.o) $(if $(LISTS),$(LEXICON).o) $(CLUSTERS).o
CLUSTERS = $(BUILD)/gen/cluster_data
LEMMAS   = $(BUILD)/gen/lemmas
CORE     = $(BARE) $(MODELS_O) $(LEMMAS).o
LEARN_C  = $(patsubst %,ext/tag/train/%.c,learn field numbered make host) $(MODEL_FILE_C)
TRAIN_C  = $(wildcard ext/tag/train/*.c ext/tag/model2c/*.c)
LOADED   = $(SQL_C:%.c=$(BUILD)/%.o) $(SQL_TEXT).o        # for newsroom.so: SQLite's functions by its pointer
LINKED   = $(SQL_C:%.c=$(BUILD)/linked/%.o) $(SQL_TEXT).o # with -DSQLITE_CORE: linked into a program
TESTS    = $(BUILD)/tests
UNIT     = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/*/*_test.c))
LINKING  = $(patsubst %,$(TESTS)/%,shell property/property hostile/hostile refresh/kill refresh/crowd fuzz/article fuzz/sql)
GOLDEN   = $(wildcard $(patsubst %,tests/%/*.txt,text entity date value marks quote speaker reference))

say      = @$(if $(V),set -x,echo "  $(1)");# one line a step; make V=1 shows the commands

all: $(LIB) ## build the extension; installs nothing

$(LIB): $(CORE) $(LOADED)
	$(call say,link $@) $(CC) $(CFLAGS) $(LDFLAGS) $(SHARED) -o $@ $^ $(PCRE2)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -MMD -MP -c $< -o $@

$(BUILD)/linked/%.o: %.c
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -DSQLITE_CORE -MMD -MP -c $< -o $@

$(TESTS)/%.o: tests/%.c
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -Itests -DSQLITE_CORE -MMD -MP -c $< -o $@

# ---- Word lists become C ----
$(LEXICON).o: $(LEXICON).c $(wildcard ext/lexicon/*.h)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -c $< -o $@

$(LEXICON).c: $(BUILD)/lexicon2c $(LISTS)
	@mkdir -p $(@D)
	$(call say,lexicon2c $(words $(LISTS)) lists) $(BUILD)/lexicon2c $(LISTS) > $@.new && mv $@.new $@

$(BUILD)/lexicon2c: $(LEXICON2C) $(wildcard ext/lexicon/*.h ext/lexicon/lexicon2c/*.h)
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) $(LEXICON2C) -o $@

# ---- The SQL of an archive becomes C ----
$(SQL_TEXT).o: $(SQL_TEXT).c
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -c $< -o $@

$(SQL_TEXT).c: tools/sql2c.sh $(wildcard sql/*.sql)
	@mkdir -p $(@D)
	$(call say,sql2c) sh tools/sql2c.sh schema=sql/schema.sql indexes=sql/indexes.sql text=sql/text.sql \
	    views="$(wildcard sql/views*.sql)" > $@.new && mv $@.new $@

# ---- Learnt models become C; `make train CORPORA=DIR` learns them anew ----
$(MODELS_O): $(BUILD)/gen/models.c
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -c $< -o $@

$(BUILD)/gen/models.c: $(BUILD)/model2c $(MODELS)
	@mkdir -p $(@D)
	$(call say,model2c $(words $(MODELS)) models) $(BUILD)/model2c $(MODELS) > $@.new && mv $@.new $@

$(BUILD)/model2c: $(MODEL2C_C) $(wildcard ext/tag/*.h ext/tag/model2c/*.h)
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) $(MODEL2C_C) -o $@

$(LEMMAS).o: $(LEMMAS).c ext/tag/lemma.h
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -c $< -o $@

$(LEMMAS).c: $(BUILD)/lemma2c ext/tag/models/lemmas.txt
	@mkdir -p $(@D)
	$(call say,lemma2c) $(BUILD)/lemma2c ext/tag/models/lemmas.txt > $@.new && mv $@.new $@

$(BUILD)/lemma2c: $(LEMMA2C_C) $(wildcard ext/tag/*.h ext/tag/model2c/*.h)
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) $(LEMMA2C_C) -o $@

$(CLUSTERS).o: $(CLUSTERS).c ext/tag/cluster.h
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -c $< -o $@

$(CLUSTERS).c: $(BUILD)/cluster2c ext/tag/clusters.txt
	@mkdir -p $(@D)
	$(call say,cluster2c) $(BUILD)/cluster2c ext/tag/clusters.txt > $@.new && mv $@.new $@

$(BUILD)/cluster2c: ext/tag/cluster2c.c ext/base/map.c ext/base/arena.c ext/tag/cluster.h
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) $(filter %.c,$^) -o $@

$(BUILD)/cluster: $(patsubst %.c,$(BUILD)/%.o,$(wildcard ext/tag/train/cluster/*.c) ext/tag/train/host.c) $(BARE)
	$(call say,link $@) $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PCRE2) $(SQLITE) -lm

clusters: $(BUILD)/cluster ## find the word clusters anew, before the models: make clusters CORPORA=DIR
	@$(BUILD)/cluster $(CORPORA) > ext/tag/clusters.new && mv ext/tag/clusters.new ext/tag/clusters.txt

$(BUILD)/train: $(TRAIN_C:%.c=$(BUILD)/%.o) $(BARE)
	$(call say,link $@) $(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(PCRE2) $(SQLITE) -lm

train: $(BUILD)/train ## learn the models anew: make train CORPORA=DIR [WHICH="names speech"]
	@$(BUILD)/train $(CORPORA) ext/tag/models $(WHICH) $(if $(filter speech,$(WHICH)),sure)

calibrate: ## fit the confidences of quotes anew, after the models: make calibrate CORPORA=DIR
	@$(MAKE) --no-print-directory train WHICH=sure

# ---- Two commands for a fresh machine: they install what is missing, say so, and use every core ----
ALL_JOBS = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2))
demo: install ## install what is missing, build, print who said what in the examples
	@$(MAKE) --no-print-directory $(ALL_JOBS) $(LIB)
	@sh examples/demo.sh

test: install ## install what is missing, build, run every test
	@$(MAKE) --no-print-directory $(ALL_JOBS) check

programs: $(LIB) $(UNIT) $(TESTS)/golden $(LINKING) $(TESTS)/bench/bench $(TESTS)/bench/archive $(BUILD)/train $(TESTS)/tag/agree
# The longest first. Those of the last line work on the examples, and need the library at the top.
LONGEST  = $(patsubst %,$(TESTS)/%,tables/interrupt_test refresh/faults_test tables/oom_test)
check: $(LIB) $(UNIT) $(TESTS)/golden $(LINKING) $(BUILD)/train $(TESTS)/tag/agree $(if $(findstring /,$(LIB)),,examples/newsroom.db)
	@tests/run.sh "$(TESTS)/hostile/hostile $(HOSTILE_BYTES)" $(LONGEST) \
	    "$(TESTS)/property/property $(RANDOM_TEXTS) $(wildcard examples/articles/*)" \
	    "$(TESTS)/refresh/kill $(KILLS)" "$(TESTS)/refresh/crowd $(CROWD_SECONDS)" \
	    $(filter-out $(LONGEST),$(UNIT)) "$(TESTS)/golden $(GOLDEN)" "tests/sql.sh $(TESTS)/shell" \
	    "tests/lexicon/refuse.sh $(BUILD)/lexicon2c" \
	    "tests/tag/refuse.sh $(BUILD)/model2c ext/tag/models/speech.model" \
	    "tests/tag/refuse.sh $(BUILD)/lemma2c ext/tag/models/lemmas.txt" \
	    "tests/tag/train.sh $(BUILD)" \
	    "tests/sql.sh $(TESTS)/shell --load $(abspath $(LIB))" \
	    $(foreach target,article sql,"$(TESTS)/fuzz/$(target) $(wildcard tests/fuzz/regressions/$(target)/*)") \
	    $(if $(findstring /,$(LIB)),,"tests/imports.sh $(LIB)" "sh examples/check.sh" "sh sql/recipes/check.sh" "sh tests/refresh/kept.sh" "sh tests/readme.sh" "sh tests/eval.sh ./newsroom" "sh tests/page/browser.sh" "sh tests/abroad/score.sh")

tools: $(LIB) ## run it in Python, Node, Java, Go, Rust, Datasette ..., installed into build/tools (3 minutes)
	@sh tests/tools.sh $(TOOLS)

golden-update: $(LIB) $(TESTS)/golden $(TESTS)/shell ## rewrite what the golden and SQL tests expect; read the diff
	@$(TESTS)/golden --update $(GOLDEN)
	@UPDATE=1 tests/sql.sh $(TESTS)/shell
	@sh examples/check.sh --update
	@sh sql/recipes/check.sh --update
	@sh tests/readme.sh --update

# Programs on the analysis alone, and those that have SQLite and the extension linked in.
$(TESTS)/golden $(TESTS)/property/property $(TESTS)/hostile/hostile $(TESTS)/fuzz/article: $(TESTS)/check.o
$(TESTS)/property/property: $(TESTS)/property/texts.o
$(TESTS)/family/reuse_test $(TESTS)/family/families_test: $(TESTS)/reuse/made.o
$(TESTS)/fuzz/article $(TESTS)/fuzz/sql: $(TESTS)/fuzz/replay.o
$(TESTS)/tag/learn_test: $(LEARN_C:%.c=$(BUILD)/%.o)
$(TESTS)/tag/name_phrase_test: $(BUILD)/ext/tag/train/name_phrase.o
$(TESTS)/tag/fit_test: $(BUILD)/ext/tag/train/fit.o $(MODEL_FILE_C:%.c=$(BUILD)/%.o)
$(TESTS)/tag/fit_test: LDLIBS = -lm
$(filter-out $(SQL_ROOMS:%=$(TESTS)/%/%),$(UNIT)) $(TESTS)/golden: $(TESTS)/%: $(TESTS)/%.o $(CORE)
	$(call say,link $@) $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(PCRE2) $(LDLIBS)

$(filter $(SQL_ROOMS:%=$(TESTS)/%/%),$(UNIT)) $(LINKING) $(TESTS)/bench/archive: $(TESTS)/%: $(TESTS)/%.o $(CORE) $(LINKED)
	$(call say,link $@) $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(PCRE2) $(SQLITE)

# Programs whose nr_tag() is their own and calls the library's: bench.c times it, agree.c looks at what it is
# told, and at what the trainer would learn from.
SEEN     = $(filter-out $(BUILD)/ext/tag/tagger.o,$(CORE)) $(TESTS)/tag/tagger_renamed.o
AGREE    = $(filter-out $(BUILD)/ext/tag/train/learn.o $(BUILD)/ext/tag/train/train.o,$(TRAIN_C:%.c=$(BUILD)/%.o)) \
           $(TESTS)/tag/train_renamed.o $(SEEN)
$(TESTS)/tag/train_renamed.o: ext/tag/train/train.c
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -Dmain=train_main -Wno-missing-prototypes -MMD -MP -c $< -o $@

$(TESTS)/tag/tagger_renamed.o: ext/tag/tagger.c
	@mkdir -p $(@D)
	$(call say,cc $<) $(CC) $(CFLAGS) $(ALL_C) -Dnr_tag=nr_tag_itself -MMD -MP -c $< -o $@

$(TESTS)/bench/bench: $(TESTS)/bench/bench.o $(TESTS)/bench/process.o $(SEEN) $(LINKED)
	$(call say,link $@) $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PCRE2) $(SQLITE)

$(TESTS)/tag/agree: $(TESTS)/tag/agree.o $(AGREE)
	$(call say,link $@) $(CC) $(CFLAGS) $(LDFLAGS) -pthread -o $@ $^ $(PCRE2) $(SQLITE) -lm

# ---- Looking harder ----
fuzz: ## fuzz the analysis and the SQL arguments: make fuzz SECONDS=60
	@$(MAKE) --no-print-directory fuzz-programs BUILD=build-fuzz LIB=build-fuzz/$(LIB) CC=clang \
	    CFLAGS="-O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined"
	@tests/run.sh "tests/fuzz/fuzz.sh build-fuzz article $(SECONDS)" "tests/fuzz/fuzz.sh build-fuzz sql $(SECONDS)"

fuzz-programs: $(BUILD)/fuzz-article $(BUILD)/fuzz-sql
$(BUILD)/fuzz-%: $(TESTS)/fuzz/%.o $(TESTS)/check.o $(CORE) $(LINKED)
	$(call say,link $@) $(CC) $(CFLAGS) -fsanitize=fuzzer -o $@ $^ $(PCRE2) $(SQLITE)

bench: $(LIB) $(TESTS)/bench/bench $(TESTS)/bench/archive $(if $(BENCH),,examples/newsroom.db) ## speed and memory, against FTS5: make bench BENCH=path/news.db
	@$(TESTS)/bench/bench $(or $(BENCH),examples/newsroom.db) $(abspath $(LIB))
	@$(TESTS)/bench/archive $(or $(BENCH),examples/newsroom.db)

EVAL ?= $(DATA)/../eval
eval: $(LIB) ## print the README's figures, for whoever has corpora and scorers: make eval DATA=DIR [EVAL=DIR]
	@tools/eval.sh $(abspath $(basename $(LIB))) "$(DATA)" "$(EVAL)"

examples/newsroom.db: $(wildcard examples/articles/*) examples/build.sql
	@sh examples/build.sh

asan: ## every test under AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory check BUILD=build-asan LIB=build-asan/$(LIB) \
	    CFLAGS="-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined" \
	    RANDOM_TEXTS=500 HOSTILE_BYTES=64000

lint: $(LEXICON).c headers ## format, clang-tidy, cppcheck, layers, lengths, forbidden calls
	@tools/lint.sh "$(filter-out -Werror,$(ALL_C)) -Itests -DSQLITE_CORE" $(FILES)

headers: ## compile each header alone
	@for header in $$(find ext tests -name '*.h'); do \
	    $(CC) $(ALL_C) -Itests -fsyntax-only -x c $$header || exit 1; done

format: ## clang-format every C file in place
	clang-format -i $$(find ext tests -name '*.[ch]')

install:
	@CC="$(CC)" tools/install.sh

clean: ## remove what was built
	rm -rf $(BUILD) build-* newsroom.so newsroom.dylib newsroom.dll

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

-include $(CORE:.o=.d) $(TRAIN_C:%.c=$(BUILD)/%.d) $(LOADED:.o=.d) $(LINKED:.o=.d) $(wildcard $(TESTS)/*.d $(TESTS)/*/*.d)
# A file of any of these names would not count.
.PHONY: all demo test check tools clusters train calibrate programs golden-update asan fuzz fuzz-programs bench eval lint headers format install clean help
.SECONDARY:
