using Codex.Protocol.Permissions;

namespace Codex.Protocol.Tests.Permissions;

public sealed class ApprovalPresetTests
{
    [Fact]
    public void Presets_have_the_originals_names_and_meaning() => Assert.Equal(
        [
            ("read-only", "Read Only", AskForApproval.OnRequest, ":read-only"),
            ("auto", "Default", AskForApproval.OnRequest, ":workspace"),
            ("full-access", "Full Access", AskForApproval.Never, ":danger-full-access"),
        ],
        ApprovalPreset.All.Select(preset => (preset.Id, preset.Label, preset.Approval, preset.ActiveProfile.Id)));

    [Fact]
    public void Only_full_access_is_without_a_sandbox() => Assert.Equal(
        [false, false, true], ApprovalPreset.All.Select(preset => preset.Permissions is PermissionProfile.Disabled));
}
