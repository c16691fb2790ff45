// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/views.h"
#include "ui/theme/badges.h"

#include <QImage>
#include <QRect>
#include <QTextLayout>
#include <memory>
#include <variant>

namespace wardroom::ui {

//! What a button in a card asks for.
enum class RowAction {
    thatWasMe,
    acknowledge,
    openIncident,
    goToIncident,
    resolve,
    decide,
    cancel,
    undo,
    retry,
    discard,
    stopPlaybook,
    raw,
    again,
    quote,
    answer,
    edit,   //!< one's own words
    remove, //!< one's own words
    choose0,
    choose1,
    choose2,
    choose3,
    choose4,
    choose5, //!< one of the options of a playbook's question
    thread,  //!< shows the thread that it began or stands in
    fetchFile,
    cancelFile,
    saveFile,
    openFile
};
inline constexpr int mostChoices = 6;

struct TextItem
{
    QPoint at;
    std::shared_ptr<const QTextLayout> layout;
    QColor color;
};
struct BoxItem
{
    QRect rect;
    QColor fill;
    QColor border;
    QColor stripe; //!< at the left edge; invalid: none
    int radius = 6;
};
struct BadgeItem
{
    QRect rect;
    BadgeStyle style;
};
struct BarItem
{
    QRect rect;
    int percent = 0;
    QColor fill;
    QColor ground;
};
struct AvatarItem
{
    QRect rect;
    QString initials;
    QString icon; //!< instead of initials
    QColor fill;
};
struct LineItem
{
    QPoint from, to;
    QColor color;
};
struct PictureItem
{
    QRect rect;
    QImage picture;
};
using RowItem = std::variant<TextItem, BoxItem, BadgeItem, BarItem, AvatarItem, LineItem, PictureItem>;

struct ActionSpot
{
    QRect rect;
    RowAction action = RowAction::retry;
    QString label;
    bool primary = false;
    bool quiet = false; //!< words without a frame: what helps reading and asks nobody for anything
    bool link = false;  //!< quiet, and in the colour of what leads somewhere
};

//! A row with everything in its place, relative to its own top left corner. Painting, hit tests and accessibility all
//! read this one value.
struct RowLayout
{
    int height = 0;
    QList<RowItem> items;
    QList<ActionSpot> actions;
};

//! What a row needs to know of its surroundings.
struct RowContext
{
    QString day;         //!< not empty: a separator with these words above
    bool unread = false; //!< the "new" line above
    QImage picture = {}; //!< what its file shows, when it is here
};

//! Pure: the same row, context, width and theme give the same layout.
RowLayout layOutRow(const session::ConversationRow &row, const RowContext &context, int width, const Theme &theme);
void paintRow(QPainter &painter, const RowLayout &layout, const QPoint &at, int focusedAction, int hoveredAction,
              const Theme &theme);

} // namespace wardroom::ui
