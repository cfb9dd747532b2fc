namespace Codex.Platform.Identifiers;

/// <summary>Where identifiers and randomness come from; a seam, so that tests get known values.</summary>
public interface IIdSource
{
    /// <summary>A time-ordered UUID (version 7): threads and turns.</summary>
    Guid NewVersion7();

    /// <summary>A random UUID (version 4): items, installation id.</summary>
    Guid NewVersion4();

    /// <summary>A random integer in [<paramref name="minimum"/>, <paramref name="maximumExclusive"/>).</summary>
    int Next(int minimum, int maximumExclusive);

    /// <summary>A random number in [0, 1): back-off jitter.</summary>
    double NextDouble();
}
