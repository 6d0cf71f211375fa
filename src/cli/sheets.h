/* sheets: on what paper the booklet is imposed, and what is said on the sheet before the others. */
#ifndef BIFOLIO_CLI_SHEETS_H
#define BIFOLIO_CLI_SHEETS_H

#include "cli/documents.h"

/* The sheet that two pages side by side are printed on. */
PaperSize job_sheet(const Job *job);
/* Lays out the job's directions, where the content wants them. */
void sheets_direct(Job *job, const Compose *compose);

#endif
