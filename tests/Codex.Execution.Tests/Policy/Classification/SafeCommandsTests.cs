using Codex.Execution.Policy.Classification;
using Codex.Execution.Tests.Policy.Observed;

namespace Codex.Execution.Tests.Policy.Classification;

public sealed class SafeCommandsTests
{
    // POL-2: the original takes a continued word for two.
    private const string Continued = "ec\\\nho x";

    [Fact]
    public void Commands_are_known_safe_exactly_where_Codex_0_136_runs_them_without_a_question()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "two programs of the list are safe on Linux only");
        Assert.Multiple([.. ObservedCommand.All().Where(static observed => observed.Script != Continued).Select<ObservedCommand, Action>(observed =>
            () => Assert.Equal((observed.Script, observed.IsSafe), (observed.Script, IsSafe(observed.Command))))]);
    }

    // A script of a script is safe when all of its commands are: the words of the outer one are judged again.
    private static bool IsSafe(string[] command) =>
        SafeCommands.Contains(command)
        || (Codex.Formats.Bash.PlainCommands.Parse(command[2])?.All(SafeCommands.Contains) ?? false);
}
