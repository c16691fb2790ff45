// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/team.h"
#include "ui/incident/sheet.h"

class QCheckBox;
class QComboBox;

namespace wardroom::ui {

//! Lets in a Wardroom that asks, after its fingerprint was compared.
class LetInSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit LetInSheet(const QList<session::AskingLine> &asking, QWidget *parent = nullptr);
    domain::NodeId node() const;

protected:
    QString missing() const override;

private:
    void showChosen();
    session::AskingLine chosen() const;

    QList<session::AskingLine> m_asking;
    QComboBox *m_who;
    QLabel *m_account;
    QLabel *m_fingerprint;
    QCheckBox *m_compared;
};

} // namespace wardroom::ui
