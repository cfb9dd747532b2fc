using Codex.Execution.Policy.Classification;

namespace Codex.Execution.Tests.Policy.Classification;

public sealed class DangerousCommandsTests
{
    [Theory]
    [InlineData(true, "rm", "-rf", "x")]
    [InlineData(true, "rm", "-f")]
    [InlineData(true, "sudo", "sudo", "rm", "-f", "x")]
    [InlineData(true, "bash", "-lc", "ls && rm -rf x")]
    [InlineData(true, "sh", "-c", "rm -f x")]
    [InlineData(false, "rm", "-fr", "x")]
    [InlineData(false, "rm", "-r", "-f", "x")]
    [InlineData(false, "git", "reset", "--hard")]
    [InlineData(false, "bash", "-lc", "rm -rf $X")]
    [InlineData(false, "rm", "x", "-f")]
    [InlineData(false, "/bin/rm", "-rf", "x")]
    [InlineData(false, "sudo")]
    [InlineData(false, "bash", "-lc", "echo 'rm -rf x'")]
    [InlineData(false)]
    public void Forced_removal_is_dangerous_in_the_forms_of_the_original(bool expected, params string[] command) =>
        Assert.Equal(expected, DangerousCommands.Contains(command));
}
