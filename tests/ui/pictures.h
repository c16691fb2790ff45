// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPixmap>
#include <QTest>
#include <QWidget>

namespace wardroom::test {

//! Takes a picture of \a widget, writes it as NAME.png when WARDROOM_PICTURES names a folder, and answers how many
//! different colours it has: a blank picture has one.
inline int pictured(QWidget &widget, const QString &name)
{
    QTest::qWait(20);
    const QImage image = widget.grab().toImage();
    const QString folder = qEnvironmentVariable("WARDROOM_PICTURES");
    if (!folder.isEmpty() && !image.save(folder + u'/' + name + QStringLiteral(".png")))
        return 0;
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    return static_cast<int>(colours.size());
}

} // namespace wardroom::test
