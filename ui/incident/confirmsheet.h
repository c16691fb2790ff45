// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/incident/sheet.h"

namespace wardroom::ui {

//! Asks once more before something that does not come back.
class ConfirmSheet final : public Sheet
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;
        QString sentence; //!< what it means
        QString label;    //!< of what it is about
        QString about;    //!< plainly
        QString go;
    };
    explicit ConfirmSheet(const Texts &texts, QWidget *parent = nullptr);

protected:
    QString missing() const override { return {}; }
};

} // namespace wardroom::ui
