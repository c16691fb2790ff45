// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLabel>

namespace wardroom::ui {

//! A command line, exactly. Lines end only at its spaces, never at a hyphen: "-y" stays "-y". A word longer than a line
//! is cut anywhere.
class CodeLabel final : public QLabel
{
    Q_OBJECT

public:
    CodeLabel(const QString &code, const QFont &font, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    //! \a code in lines that are no wider than \a width (nor narrower than eight characters).
    static QStringList broken(const QString &code, const QFont &font, qreal width);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    qreal place(int width) const;

    QString m_code;
};

} // namespace wardroom::ui
