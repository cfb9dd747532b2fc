using Codex.Platform.Environment;

namespace Codex.Backend.Tests;

/// <summary>Surroundings with these variables and nothing else.</summary>
internal static class TestEnvironment
{
    public static HostEnvironment With(params IEnumerable<(string Name, string Value)> variables) => new()
    {
        Variables = variables.ToDictionary(pair => pair.Name, pair => pair.Value),
        CurrentDirectory = "/",
        TemporaryDirectory = "/tmp",
        ExecutablePath = "/codex",
    };
}
