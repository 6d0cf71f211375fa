/* zonelabel: the abbreviations that people write for zones, by CLDR's English long names. */
#ifndef BIFOLIO_LOCALE_ZONELABEL_H
#define BIFOLIO_LOCALE_ZONELABEL_H

/* "Eastern Daylight Time" gives "EDT"; NULL where there is none, or none that is understood
 * without its place. Static. */
const char *zone_label_of(const char *long_name);

#endif
