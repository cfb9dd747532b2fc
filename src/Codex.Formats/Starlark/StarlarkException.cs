using System.Collections.Immutable;

namespace Codex.Formats.Starlark;

/// <summary>A program that cannot be read or run.</summary>
public sealed class StarlarkException : Exception
{
    /// <summary>Creates the error of a function that does not know where it was called.</summary>
    /// <param name="message">What is wrong.</param>
    public StarlarkException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an error with its place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="source">The text.</param>
    /// <param name="span">The place.</param>
    /// <param name="frames">The calls under way, outermost first.</param>
    public StarlarkException(string message, StarlarkSource source, StarlarkSpan span, ImmutableArray<StarlarkFrame> frames)
        : base(message)
    {
        Program = source;
        Span = span;
        Frames = frames;
    }

    /// <summary>The text; null when the place is not known.</summary>
    public StarlarkSource? Program { get; }

    /// <summary>The place.</summary>
    public StarlarkSpan Span { get; }

    /// <summary>The calls under way, outermost first.</summary>
    public ImmutableArray<StarlarkFrame> Frames { get; } = [];

    /// <summary>The whole report: calls, message, and the lines that it is about.</summary>
    public string Report => Program is null ? $"error: {Message}" : StarlarkReport.Write(this, Program);
}
