namespace Codex.Protocol.Operations;

/// <summary>A new value of a setting that may also be taken away; no change at all is the absence of a change.</summary>
/// <param name="Value">The new value; null takes the setting away.</param>
/// <typeparam name="T">What the setting holds.</typeparam>
public sealed record Change<T>(T? Value)
    where T : class;
