using System.Runtime.InteropServices;

namespace Codex.Platform.Processes;

/// <summary>What the standard streams of a program are connected to.</summary>
public abstract record StdioMode
{
    /// <summary>Pipes for output; standard input is empty.</summary>
    public static StdioMode Pipes { get; } = new PipeMode(HasInput: false);

    /// <summary>Pipes for output and input.</summary>
    public static StdioMode PipesWithInput { get; } = new PipeMode(HasInput: true);

    /// <summary>Our own three streams.</summary>
    public static StdioMode Inherited { get; } = new InheritedMode();

    /// <summary>A terminal for all three streams, which is also the controlling one.</summary>
    public static StdioMode Terminal(TerminalSize size) => new TerminalMode(size);

    /// <summary>Descriptors of somebody else: input, output and error; null is a stream that is empty. Not available on Windows.</summary>
    /// <param name="streams">Three; they are duplicated and stay the caller's.</param>
    public static StdioMode Given(params IReadOnlyList<SafeHandle?> streams) => new GivenMode(streams);

    /// <summary>Standard output and error are pipes of their own.</summary>
    public sealed record PipeMode(bool HasInput) : StdioMode;

    /// <summary>Nothing passes through us: there is no output to read and no input to write.</summary>
    public sealed record InheritedMode : StdioMode;

    /// <summary>Nothing passes through us: the streams are those of another program.</summary>
    public sealed record GivenMode(IReadOnlyList<SafeHandle?> Streams) : StdioMode;

    /// <summary>One terminal; everything read from it counts as standard output.</summary>
    public sealed record TerminalMode(TerminalSize Size) : StdioMode;
}
