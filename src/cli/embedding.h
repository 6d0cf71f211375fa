/* embedding: the content that goes along in documents on request. */
#ifndef BIFOLIO_CLI_EMBEDDING_H
#define BIFOLIO_CLI_EMBEDDING_H

#include "cli/session.h"

/* Gathers it once, when --embed-source asks for it. FALSE with error. */
gboolean embedding_gather(Session *session, GError **error);
void embedding_clear(Session *session);

#endif
