// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filename.h"
#include "models/conversationmodel.h"
#include "ui/conversation/rowbuilder.h"

#include <QCoreApplication>
#include <QLocale>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using session::FileLine;
using session::FileStep;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FileBox", text);
}

QString aboutOf(const FileLine &file)
{
    QStringList parts{models::ConversationModel::kindOf(file)};
    if (file.size > 0)
        parts << QLocale().formattedDataSize(file.size, 1);
    if (file.step == FileStep::coming)
        parts << (file.size > 0 ? tr("fetching, %1 %").arg(std::clamp<qint64>(file.got * 100 / file.size, 0, 100))
                                : tr("fetching"));
    return parts.join(u" · "_s);
}

QList<ActionSpot> actionsOf(const FileLine &file)
{
    const auto link = [](RowAction action, const QString &label) {
        return ActionSpot{{}, action, label, false, true, true};
    };
    if (file.step == FileStep::coming)
        return {link(RowAction::cancelFile, tr("Cancel"))};
    QList<ActionSpot> spots;
    if (file.step == FileStep::failed)
        spots << link(RowAction::fetchFile, tr("Try again"));
    else if (file.step == FileStep::away && file.kind == domain::MediaKind::image)
        spots << link(RowAction::fetchFile, tr("Show the picture"));
    spots << link(RowAction::saveFile, tr("Save as…"));
    if (mayBeShown(file.name))
        spots << link(RowAction::openFile, tr("Open…"));
    return spots;
}

int addPicture(RowBuilder &b, const QImage &picture, int x, int y, int width)
{
    if (picture.isNull())
        return y;
    QSize size = picture.deviceIndependentSize().toSize();
    if (size.width() > width)
        size.scale(width, size.height(), Qt::KeepAspectRatio);
    b.add(PictureItem{QRect(QPoint(x, y), size), picture});
    return y + size.height() + b.px(8);
}

} // namespace

int addFileBox(RowBuilder &b, const FileLine &file, const QImage &picture, int x, int y, int right)
{
    const Tokens &t = b.tokens();
    right = std::min(right, x + b.px(560));
    const qsizetype box = b.openBox(QRect(x, y, right - x, 10), {});
    const int left = x + b.px(12), wide = right - b.px(12) - left;
    int at = addPicture(b, picture, left, y + b.px(9), wide);
    at += b.oneLine(file.name, left, at, t.text, Face::strong, wide).height();
    at += b.oneLine(aboutOf(file), left, at, t.muted, Face::small, wide).height();
    if (file.step == FileStep::coming && file.size > 0) {
        const int percent = static_cast<int>(std::clamp<qint64>(file.got * 100 / file.size, 0, 100));
        b.add(BarItem{QRect(left, at + b.px(4), wide, b.px(4)), percent, t.accent, t.line});
        at += b.px(10);
    }
    if (!file.hash.isNull())
        at += b.oneLine(tr("SHA-256 %1").arg(file.hash.hex()), left, at, t.muted, Face::tiny, wide).height();
    if (file.step == FileStep::failed)
        at += b.text(file.problem, left, at + 2, t.redInk, {Face::small, wide, 4}).height() + 2;
    at = b.buttons(actionsOf(file), left - b.px(6), at + b.px(3), right - b.px(6)) + b.px(6);
    b.closeBox(box, at);
    return at;
}

} // namespace wardroom::ui
