namespace Codex.Backend.Auth;

/// <summary>A string that must not be printed.</summary>
public sealed class Secret(string value)
{
    /// <summary>The secret itself: only for the place that sends it.</summary>
    public string Reveal() => value;

    /// <summary>A fixed text.</summary>
    public override string ToString() => "[redacted]";
}
