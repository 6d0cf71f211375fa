/* map: the house in one page. Read this first.
 *
 * A function is called noun_verb; the noun says in which file it stands, the file in which room.
 * Data goes through the rooms once, from top to bottom; who may include whom: src/layers.txt.
 *
 * room    prefix                    job
 * ------  ------------------------  --------------------------------------------------------------
 * base    arena_                    memory that is freed at once
 *         sources_, Span            the files read, and where in them something stands
 *         diag_, diags_             what is wrong in the content: collected, sorted, printed once
 *         file_                     reading inside a folder, within bounds
 *         utf8_                     characters out of bytes that may not be UTF-8
 *         len_, Rect                lengths (1/1024 pt) and places
 * markup  markup_, inline_          CommonMark and HTML to a tree of inlines and blocks of prose
 * locale  locale_, date_, zone_     collation, zones, dates and numbers in words
 * asset   asset_                    pictures and QR codes: sizes, pixels, vectors
 * read    read_                     bytes to Node: one reader a format
 *         node_                     a tree in which every node knows file, line, column
 *         yaml_                     inside of read_yaml: encoding, places, what a mistake means
 * model   event_, time_, paper_     Node to Event: days, sessions, talks, people, typed, constant
 * check   check_                    what is doubtful in an Event, a family of rules a file
 * view    agenda_, people_, anchor_  plain tables that several documents share
 * theme   theme_, style_, lang_     looks and words, from content/themes and content/lang
 * block   block_                    a document as a tree of roles, without sizes
 * doc     kind_, part_              what stands in which document, in which order
 * text    text_, par_               Pango: a paragraph to lines, shaped once
 * layout  layout_, set_, setter_    blocks to a vertical list of boxes, glue and penalties
 *         pagebreak, pages_         the list to pages, pages filled
 *         frame_, poster            pages designed as a whole: cover, posters
 * page    page_, tag_, glyph_       pages as data, and the tree of tags
 * out     out_, paint_, safe_file_  pages onto a surface, files made whole or not at all
 * finish  finish_                   PDF bytes: structure, metadata, boxes
 * cli     (everything)              options, commands, exit status; prints the diagnostics
 */
#ifndef BIFOLIO_BASE_MAP_H
#define BIFOLIO_BASE_MAP_H
#endif
