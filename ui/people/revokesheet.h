// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/nodes.h"
#include "ui/incident/sheet.h"

class QLineEdit;

namespace wardroom::ui {

//! Takes its word from a desktop or a service, for good: names what goes on to count, and asks why.
class RevokeSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit RevokeSheet(const session::NodeLine &node, QWidget *parent = nullptr);
    QString reason() const;

protected:
    QString missing() const override;

private:
    QLineEdit *m_reason;
};

} // namespace wardroom::ui
