// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/media.h"

#include "base/canonicaljson.h"

#include <array>

namespace wardroom::domain {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestPlace = 1000;
constexpr qsizetype kLongestName = 300;
constexpr qsizetype kLongestType = 100;
constexpr qint64 kLargestSize = (qint64(1) << 53) - 1;

constexpr std::array kKinds{QLatin1StringView("file"), QLatin1StringView("image"), QLatin1StringView("video"),
                            QLatin1StringView("audio")};

//! At most \a longest, and never half a surrogate pair or a lone one: neither can be written down.
QString bounded(const QString &text, qsizetype longest)
{
    return QString::fromUtf8(text.left(longest).toUtf8());
}

} // namespace

QString mediaText(const Media &media)
{
    if (media.place.isEmpty() || media.place.size() > kLongestPlace)
        return {};
    QJsonObject json{{u"kind"_s, kKinds.at(static_cast<size_t>(media.kind))},
                     {u"place"_s, bounded(media.place, kLongestPlace)},
                     {u"name"_s, bounded(media.name, kLongestName)},
                     {u"type"_s, bounded(media.type, kLongestType)},
                     {u"size"_s, std::clamp<qint64>(media.size, 0, kLargestSize)}};
    return QString::fromUtf8(canonicalJson(json).value_or(QByteArray()));
}

std::optional<Media> mediaFromText(const QString &text)
{
    if (text.isEmpty())
        return {};
    const Result<QJsonObject> json = parseCanonical(text.toUtf8());
    if (!json)
        return {};
    const QString kind = json->value("kind"_L1).toString();
    const auto known = std::find(kKinds.begin(), kKinds.end(), kind);
    Media media;
    media.place = json->value("place"_L1).toString();
    media.name = json->value("name"_L1).toString();
    media.type = json->value("type"_L1).toString();
    media.size = json->value("size"_L1).toInteger(-1);
    if (known == kKinds.end())
        return {};
    media.kind = static_cast<MediaKind>(known - kKinds.begin());
    return mediaText(media) == text ? std::optional(media) : std::nullopt;
}

} // namespace wardroom::domain
