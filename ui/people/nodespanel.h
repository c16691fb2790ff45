// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/nodes.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QFrame;
class QLabel;
class QVBoxLayout;

namespace wardroom::ui {

//! The desktops and services of a workspace: whose, what they said last, letting in and revoking.
class NodesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit NodesPanel(const Theme &theme, QWidget *parent = nullptr);
    void setNodes(const QList<session::NodeLine> &nodes, const QStringList &precautions);

Q_SIGNALS:
    void shown(); //!< it came into sight: what it shows may be old
    void letInWanted();
    void revokeWanted(const wardroom::session::NodeLine &node);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCard(const session::NodeLine &node);
    QWidget *makeButtonFor(const session::NodeLine &node);

    const Theme &m_theme;
    QLabel *m_words;
    QFrame *m_box;
    QLabel *m_precautions;
    QVBoxLayout *m_list;
    QList<session::NodeLine> m_nodes;
};

//! "● in since 23 Nov 01:33".
QString standingWords(const session::NodeLine &node);
//! "last said in #it, 23 Nov 02:14: Accepted by Ana"; empty: it has said nothing that counts.
QString lastWords(const session::NodeLine &node);

} // namespace wardroom::ui
