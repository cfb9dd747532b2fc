namespace Codex.Protocol.Turns;

/// <summary>An image file on this machine.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Detail">See <see cref="ImageInput"/>.</param>
public sealed record LocalImageInput(string Path, string? Detail = null) : UserInput;
