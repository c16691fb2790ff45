// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QSet>

namespace wardroom::ui {

namespace {

constexpr qsizetype mostBytes = 20 * 1024 * 1024;
constexpr qint64 mostPixels = 24'000'000;
constexpr int longestSide = 16'384;
constexpr int mostMegabytes = 128; // for what a decoder unpacks

} // namespace

QImage decodedPicture(const QByteArray &bytes, QSize most)
{
    if (bytes.isEmpty() || bytes.size() > mostBytes || most.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        return {};
    QImageReader::setAllocationLimit(mostMegabytes);
    // What it is called says nothing; and a picture that is a program of its own (SVG) is not looked at.
    static const QSet<QByteArray> formats{"png", "jpeg", "gif", "webp", "bmp"};
    const QByteArray format = QImageReader::imageFormat(&buffer);
    if (!formats.contains(format))
        return {};
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > longestSide || size.height() > longestSide ||
        qint64(size.width()) * size.height() > mostPixels)
        return {};
    const bool large = size.width() > most.width() || size.height() > most.height();
    const QSize wanted = size.scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
    if (large && format == "jpeg") // which is unpacked no further than that; others leave their last lines out
        reader.setScaledSize(wanted);
    QImage picture = reader.read();
    if (picture.isNull())
        return {};
    picture = picture.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    if (picture.width() <= most.width() && picture.height() <= most.height())
        return picture;
    const QSize fitting = picture.size().scaled(most, Qt::KeepAspectRatio).expandedTo({1, 1});
    return picture.scaled(fitting, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace wardroom::ui
