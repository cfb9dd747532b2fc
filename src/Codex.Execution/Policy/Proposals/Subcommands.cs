namespace Codex.Execution.Policy.Proposals;

/// <summary>
/// Tools whose subcommand says what they do, however it is called. All of them run what the project says, so arguments give a
/// caller no power that the subcommand alone has not.
/// </summary>
internal static class Subcommands
{
    /// <summary>How many words a rule keeps; all of them for tools that are not known.</summary>
    public static int PrefixLength(IReadOnlyList<string> words) => words switch
    {
        ["cargo", "build" or "check" or "clippy" or "doc" or "fmt" or "test" or "bench", ..] => 2,
        ["dotnet", "build" or "test" or "restore" or "format" or "pack", ..] => 2,
        ["go", "build" or "test" or "vet" or "fmt", ..] => 2,
        ["npm" or "pnpm" or "yarn", "test" or "ci", ..] => 2,
        ["npm" or "pnpm" or "yarn" or "bun", "run", [not '-', ..], ..] => 3,
        ["swift" or "zig", "build" or "test", ..] => 2,
        ["mvn" or "gradle" or "./gradlew" or "./mvnw", "test" or "build" or "compile" or "verify" or "check", ..] => 2,
        ["make", [not '-', ..] target, ..] when !target.Contains('=', StringComparison.Ordinal) => 2,
        ["pytest" or "ruff" or "mypy" or "eslint" or "prettier" or "tsc" or "jest" or "vitest", ..] => 1,
        _ => words.Count,
    };
}
