# sqlite-newsroom: `make help` lists the verbs.
# Several trees may build side by side: make BUILD=build-x LIB=build-x/newsroom.so

CC      ?= cc
BUILD   ?= build
CFLAGS  ?= -O2 -g
WARN     = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
           -Wundef -Wvla -Wformat=2 -Wwrite-strings -Wimplicit-fallthrough
STD      = -std=c11 -fvisibility=hidden -fPIC
LIB     ?= newsroom.so

GEN      = $(BUILD)/gen
CORE_SRC = $(filter-out ext/lexicon/lexicon2c.c,$(wildcard ext/base/*.c ext/lexicon/*.c ext/text/*.c ext/entity/*.c ext/quote/*.c ext/speaker/*.c ext/article.c))
SQL_SRC  = $(wildcard ext/tables/*.c) ext/newsroom.c
LISTS    = $(wildcard ext/lexicon/lists/*.txt)
OBJ      = $(patsubst %.c,$(BUILD)/%.o,$(CORE_SRC) $(SQL_SRC)) $(BUILD)/gen/lexicon_data.o

all: $(LIB) ## build the extension (newsroom.so)

$(LIB): $(OBJ)
	$(CC) -shared -o $@ $(OBJ) -lpcre2-8

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(STD) $(WARN) -Iext -MMD -MP -c $< -o $@

$(BUILD)/gen/lexicon_data.o: $(GEN)/lexicon_data.c
	$(CC) $(CFLAGS) $(STD) $(WARN) -Iext -c $< -o $@

$(GEN)/lexicon_data.c: $(BUILD)/lexicon2c $(LISTS)
	@mkdir -p $(GEN)
	$(BUILD)/lexicon2c $(LISTS) > $@

$(BUILD)/lexicon2c: ext/lexicon/lexicon2c.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(STD) $(WARN) -Iext $< -o $@

clean: ## remove what was built
	rm -rf $(BUILD) $(LIB)

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

-include $(OBJ:.o=.d)
.PHONY: all clean help
