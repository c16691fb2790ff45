// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <optional>

namespace wardroom::domain {

enum class MediaKind { file, image, video, audio };

//! A file that a message brings, as its sender's program describes it. Nobody has looked whether any of it is so.
struct Media
{
    MediaKind kind = MediaKind::file;
    QString place;     //!< where the chat platform has it; what Entry's platform wrote, and only it reads
    QString name;      //!< hostile
    QString type = {}; //!< "image/png"; hostile
    qint64 size = 0;   //!< bytes; 0: it does not say
    friend bool operator==(const Media &, const Media &) = default;
};

//! One line for Entry::media: bounded, whatever the sender wrote; empty where there is no place.
QString mediaText(const Media &media);
//! Nothing for what mediaText() did not write.
std::optional<Media> mediaFromText(const QString &text);

} // namespace wardroom::domain
