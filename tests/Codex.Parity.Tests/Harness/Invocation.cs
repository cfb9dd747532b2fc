using System.Text;

namespace Codex.Parity.Tests.Harness;

/// <summary>One start of <c>codex</c> within a scenario.</summary>
internal sealed record Invocation
{
    /// <summary>Arguments; <c>{ws}</c> and <c>{home}</c> stand for the side's directories, <c>{thread}</c> for its only thread, <c>{port}</c> for the provider's port.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>What stdin yields before its end.</summary>
    public ReadOnlyMemory<byte> StandardInput { get; init; }

    /// <summary>Runs the real binary on both sides: for rollouts that one program writes and the other reads.</summary>
    public bool RealOnBothSides { get; init; }

    /// <summary>Below the workspace, where the process starts.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Changes the workspace (first) or the home (second) before the start.</summary>
    public Action<string, string>? Before { get; init; }

    /// <summary>What the test does while the process runs.</summary>
    public Func<LiveSide, Task>? During { get; init; }

    /// <summary>An <c>exec</c> with these arguments.</summary>
    public static Invocation Exec(params IReadOnlyList<string> arguments) => new() { Arguments = ["exec", .. arguments] };

    /// <summary>The same with this text on stdin.</summary>
    public Invocation WithInput(string text) => this with { StandardInput = Encoding.UTF8.GetBytes(text) };
}
