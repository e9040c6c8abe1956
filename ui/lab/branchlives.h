#pragma once

#include <QWidget>

#include <cstddef>
#include <cstdint>

class QComboBox;
class QVBoxLayout;

namespace cmq::scenario {
class Sandbox;
}

namespace ui {

class Label;

/// The life of one message in each branch of a sandbox, one below the other.
class BranchLives final : public QWidget
{
    Q_OBJECT

public:
    /// `sandbox` outlives us; `current`: the branch that is marked as the one that is shown.
    BranchLives(cmq::scenario::Sandbox& sandbox, std::size_t current, QWidget* parent = nullptr);

private:
    void findMessages();
    void showMessage();

    cmq::scenario::Sandbox& m_sandbox;
    const std::size_t m_current;
    Label* m_title;
    QComboBox* m_message;
    QVBoxLayout* m_lines;
    int m_asked = 0; // an older answer is void
};

} // namespace ui
