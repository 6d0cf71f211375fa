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
 *         deflater_                 bytes packed as PDF has them
 *         len_, Rect, Colour        lengths (1/1024 pt), places, colours
 * markup  markup_, inline_, smart_  CommonMark and HTML to rich text; quotes and dashes as printed
 * locale  locale_, zone_, date_     ICU: collation, zones, dates and numbers in words
 * asset   asset_, picture_, qr_     pictures and QR codes: sizes, pixels, vectors
 * read    read_                     bytes to Node: one reader a format
 *         node_                     a tree in which every node knows file, line, column
 *         yaml_                     inside of read_yaml: encoding, places, what a mistake means
 * model   field_, item_, build_     Node to Event by tables of keys: days, sessions, talks, people
 *         event_, time_, paper_     the event itself, times and paper sizes as written
 * check   check_, rules_            what is doubtful in an Event, a family of rules a file
 * view    agenda_, people_, lanes_  plain tables that several documents share
 *         anchor_                   names of the places that links and page numbers lead to
 * theme   theme_, style_, lang_     looks and words, from content/themes and content/lang
 * block   block_                    a document as a tree of roles, without sizes
 * doc     compose_, part_           what stands in which document, in which order
 * text    text_, line_, word_       Pango: a paragraph to lines, shaped once
 * layout  layout_, vlist_, set_     blocks to boxes in one list, and that to pages
 * page    page_, tag_, glyph_       pages as data, and the tree of tags
 * out     out_, paint_, pdf_        pages onto a surface
 *         spelling_, faces_         which glyph says which letters, in which font
 *         safe_                     files made whole or not at all
 * finish  finish_, placed_          PDF bytes: metadata, boxes, pages of other PDFs
 * cli     session_, options_        options, commands, exit status; prints the diagnostics
 */
#ifndef BIFOLIO_BASE_MAP_H
#define BIFOLIO_BASE_MAP_H
#endif
