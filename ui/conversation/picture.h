// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QImage>

namespace wardroom::ui {

//! What hostile \a bytes show, no larger than \a most pixels; null for anything but a PNG, JPEG, GIF, WebP or BMP, for
//! one that is larger than anybody posts (20 MB, 24 million pixels), and for one that cannot be read. Takes its time:
//! for a thread of its own.
QImage decodedPicture(const QByteArray &bytes, QSize most);

} // namespace wardroom::ui
