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

/// What a branch is called, which may be the one that is shown.
[[nodiscard]] QString branchTitle(std::size_t branch, std::size_t shown);

/// The life of one message in each branch of a sandbox, one below the other.
class BranchLives final : public QWidget
{
    Q_OBJECT

public:
    /// `sandbox` outlives us.
    explicit BranchLives(cmq::scenario::Sandbox& sandbox, QWidget* parent = nullptr);

private:
    void findMessages();
    void showMessage();

    cmq::scenario::Sandbox& m_sandbox;
    Label* m_title;
    QComboBox* m_message;
    QVBoxLayout* m_lines;
    int m_asked = 0; // an older answer is void
};

} // namespace ui
