/* refresh/workers.c: see workers.h.
 *
 * The pieces of a batch are taken one by one from a common counter. A batch belongs to
 * the threads from start to finish; between batches they sleep. */
#include "refresh/workers.h"

#if defined(_WIN32) && !defined(__MINGW32__)
#define NR_ONE_THREAD 1
#else
#include <pthread.h>
#endif

#ifdef NR_ONE_THREAD
struct nr_crew {
    int none;
};
#else

enum { MOST_WORKERS = 63 };

struct worker {
    pthread_t thread;
    struct nr_crew *crew;
    struct nr_session *session;
};

struct nr_crew {
    pthread_mutex_t mutex;
    pthread_cond_t begin; /* a batch is there, or it is over */
    pthread_cond_t done;  /* nobody is at work any more */
    struct nr_batch *batch;
    uint64_t round; /* a batch each */
    int at_work;
    bool over;
    atomic_int next; /* piece of the batch */
    atomic_bool called_off;
    struct nr_argument options;
    int count;
    struct worker workers[MOST_WORKERS];
};
#endif

static void analyse(struct nr_batch *batch, atomic_int *next, struct nr_session *session,
                    const struct nr_argument *options)
{
    int piece = atomic_fetch_add(next, 1);
    while (piece < batch->count) {
        nr_piece_analyse(&batch->pieces[piece], session, options);
        piece = atomic_fetch_add(next, 1);
    }
}

/* This thread sees interrupts; the others only that the work is called off. */
static void analyse_here(struct nr_batch *batch, atomic_int *next,
                         atomic_bool *called_off, struct nr_session *session,
                         const struct nr_argument *options)
{
    int piece = atomic_fetch_add(next, 1);
    while (piece < batch->count) {
        nr_piece_analyse(&batch->pieces[piece], session, options);
        if (batch->pieces[piece].failure.code == SQLITE_INTERRUPT) {
            atomic_store(called_off, true);
        }
        piece = atomic_fetch_add(next, 1);
    }
    nr_session_rest(session);
}

/* What is no article's fault. */
static void gather_failures(const struct nr_batch *batch, struct nr_failure *failure)
{
    for (int i = 0; i < batch->count; i++) {
        int code = batch->pieces[i].failure.code;
        if (code == SQLITE_NOMEM || code == SQLITE_INTERRUPT) {
            nr_fail(failure, code, NULL);
        }
    }
}

#ifndef NR_ONE_THREAD

static void *work(void *data)
{
    struct worker *worker = data;
    struct nr_crew *crew = worker->crew;
    uint64_t round = 0;
    pthread_mutex_lock(&crew->mutex);
    while (!crew->over) {
        if (crew->round == round) {
            pthread_cond_wait(&crew->begin, &crew->mutex);
            continue;
        }
        round = crew->round;
        struct nr_batch *batch = crew->batch;
        pthread_mutex_unlock(&crew->mutex);
        analyse(batch, &crew->next, worker->session, &crew->options);
        pthread_mutex_lock(&crew->mutex);
        if (--crew->at_work == 0) {
            pthread_cond_signal(&crew->done);
        }
    }
    pthread_mutex_unlock(&crew->mutex);
    return NULL;
}

static void start_worker(struct nr_crew *crew, const struct nr_archive *archive,
                         struct nr_failure *failure)
{
    struct worker *worker = &crew->workers[crew->count];
    worker->crew = crew;
    worker->session = nr_session_for_worker(archive->session, &crew->options,
                                            &crew->called_off, failure);
    if (worker->session == NULL) {
        return;
    }
    if (pthread_create(&worker->thread, NULL, work, worker) != 0) {
        nr_session_release(worker->session);
        nr_fail(failure, SQLITE_NOMEM, NULL);
        return;
    }
    crew->count++;
}

static void close_crew(struct nr_crew *crew)
{
    pthread_mutex_lock(&crew->mutex);
    crew->over = true;
    pthread_cond_broadcast(&crew->begin);
    pthread_mutex_unlock(&crew->mutex);
    for (int i = 0; i < crew->count; i++) {
        pthread_join(crew->workers[i].thread, NULL);
        nr_session_release(crew->workers[i].session);
    }
    pthread_cond_destroy(&crew->begin);
    pthread_cond_destroy(&crew->done);
    pthread_mutex_destroy(&crew->mutex);
    sqlite3_free(crew);
}

static struct nr_crew *open_crew(const struct nr_archive *archive,
                                 const struct nr_argument *options,
                                 struct nr_failure *failure)
{
    struct nr_crew *crew = sqlite3_malloc64(sizeof *crew);
    if (crew == NULL) {
        nr_fail(failure, SQLITE_NOMEM, NULL);
        return NULL;
    }
    *crew = (struct nr_crew){.options = *options};
    pthread_mutex_init(&crew->mutex, NULL);
    pthread_cond_init(&crew->begin, NULL);
    pthread_cond_init(&crew->done, NULL);
    int wanted =
        archive->threads - 1 < MOST_WORKERS ? archive->threads - 1 : MOST_WORKERS;
    for (int i = 0; i < wanted && failure->code == SQLITE_OK; i++) {
        start_worker(crew, archive, failure);
    }
    return crew;
}

static void start(struct nr_crew *crew, struct nr_batch *batch)
{
    pthread_mutex_lock(&crew->mutex);
    crew->batch = batch;
    crew->round++;
    crew->at_work = crew->count;
    atomic_store(&crew->next, 0);
    atomic_store(&crew->called_off, false);
    pthread_cond_broadcast(&crew->begin);
    pthread_mutex_unlock(&crew->mutex);
}

static void wait_for(struct nr_crew *crew)
{
    pthread_mutex_lock(&crew->mutex);
    while (crew->at_work > 0) {
        pthread_cond_wait(&crew->done, &crew->mutex);
    }
    pthread_mutex_unlock(&crew->mutex);
}
#endif

int nr_workers_open(struct nr_workers *workers, const struct nr_archive *archive,
                    const struct nr_argument *options, struct nr_failure *failure)
{
    *workers = (struct nr_workers){.archive = archive, .options = options};
#ifndef NR_ONE_THREAD
    if (archive->threads > 1 && sqlite3_threadsafe() != 0) {
        workers->crew = open_crew(archive, options, failure);
    }
#endif
    return failure->code;
}

void nr_workers_start(struct nr_workers *workers, struct nr_batch *batch)
{
    workers->batch = batch;
#ifndef NR_ONE_THREAD
    if (workers->crew != NULL && batch->count > 0) {
        start(workers->crew, batch);
    }
#endif
}

int nr_workers_finish(struct nr_workers *workers, struct nr_failure *failure)
{
    struct nr_batch *batch = workers->batch;
    workers->batch = NULL;
    if (batch == NULL || batch->count == 0) {
        return failure->code;
    }
#ifndef NR_ONE_THREAD
    if (workers->crew != NULL) {
        struct nr_crew *crew = workers->crew;
        analyse_here(batch, &crew->next, &crew->called_off, workers->archive->session,
                     workers->options);
        wait_for(crew);
        gather_failures(batch, failure);
        return failure->code;
    }
#endif
    atomic_int next = 0;
    atomic_bool called_off = false;
    analyse_here(batch, &next, &called_off, workers->archive->session, workers->options);
    gather_failures(batch, failure);
    return failure->code;
}

void nr_workers_close(struct nr_workers *workers)
{
#ifndef NR_ONE_THREAD
    if (workers->crew != NULL) {
        if (workers->batch != NULL) {
            atomic_store(&workers->crew->called_off, true);
            atomic_store(&workers->crew->next, NR_BATCH_PIECES);
            wait_for(workers->crew);
        }
        close_crew(workers->crew);
    }
#endif
    *workers = (struct nr_workers){.archive = NULL};
}
