// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLabel>

namespace wardroom::ui {

//! One line that is as wide as its words and gives way, with an ellipsis, where there is less room. Screen readers and
//! the tooltip have all of it.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const char *look, QWidget *parent = nullptr);
    void setWords(const QString &words);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QString m_words;
};

} // namespace wardroom::ui
