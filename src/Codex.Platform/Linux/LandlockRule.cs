namespace Codex.Platform.Linux;

/// <summary>Grants access to a file, or to a directory with everything in it.</summary>
/// <param name="Path">Where; absolute.</param>
/// <param name="Access">What.</param>
public sealed record LandlockRule(string Path, LandlockAccess Access);
