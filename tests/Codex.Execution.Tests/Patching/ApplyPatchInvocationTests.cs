using Codex.Execution.Patching;
using Codex.Formats.Patch;

namespace Codex.Execution.Tests.Patching;

public sealed class ApplyPatchInvocationTests
{
    private const string Patch = "*** Begin Patch\n*** Delete File: a\n*** End Patch";
    private const string Heredoc = $"apply_patch <<'EOF'\n{Patch}\nEOF\n";

    private static DeleteFileOperation Deleted(ApplyPatchInvocation? invocation) =>
        Assert.IsType<DeleteFileOperation>(Assert.Single(invocation!.Document!.Operations));

    [Theory]
    [InlineData("apply_patch")]
    [InlineData("applypatch")]
    public void The_program_with_a_patch_is_recognised(string program) =>
        Assert.Equal("a", Deleted(ApplyPatchInvocation.Recognize([program, Patch])).Path);

    [Theory]
    [InlineData("/bin/bash", "-lc")]
    [InlineData("zsh", "-c")]
    [InlineData("sh", "-lc")]
    [InlineData("powershell.exe", "-Command")]
    [InlineData("cmd.exe", "/C")]
    public void A_shell_with_a_here_document_is_recognised(string shell, string flag) =>
        Assert.Equal("a", Deleted(ApplyPatchInvocation.Recognize([shell, flag, Heredoc])).Path);

    [Fact]
    public void A_shell_without_profile_is_recognised() =>
        Assert.Equal("a", Deleted(ApplyPatchInvocation.Recognize(["pwsh", "-NoProfile", "-Command", Heredoc])).Path);

    [Fact]
    public void The_directory_of_a_change_is_told() =>
        Assert.Equal("sub", ApplyPatchInvocation.Recognize(["bash", "-lc", $"cd sub && {Heredoc}"])!.Directory);

    [Fact]
    public void A_patch_that_is_none_is_told() =>
        Assert.Equal(
            "invalid patch: The first line of the patch must be '*** Begin Patch'",
            ApplyPatchInvocation.Recognize(["bash", "-lc", "apply_patch <<'EOF'\nhello\nEOF"])!.Problem);

    [Fact]
    public void A_patch_without_the_program_is_told()
    {
        const string Problem = "patch detected without explicit call to apply_patch. Rerun as [\"apply_patch\", \"<patch>\"]";
        Assert.Equal(Problem, ApplyPatchInvocation.Recognize([Patch])!.Problem);
        Assert.Equal(Problem, ApplyPatchInvocation.Recognize(["bash", "-lc", Patch])!.Problem);
    }

    [Theory]
    [InlineData("bash", "-lc", "echo apply_patch")]
    [InlineData("bash", "-x", Heredoc)]
    [InlineData("python", "-c", Heredoc)]
    [InlineData("bash", "-lc", $"{Heredoc}echo done")]
    [InlineData("bash", "-lc", "cat <<'EOF'\nx\nEOF")]
    public void Every_other_command_is_to_be_run(params string[] command) => Assert.Null(ApplyPatchInvocation.Recognize(command));
}
