namespace Codex.Formats.Patch;

/// <summary>The fixed words of the patch format.</summary>
internal static class PatchMarkers
{
    internal const string Begin = "*** Begin Patch";
    internal const string End = "*** End Patch";
    internal const string EnvironmentId = "*** Environment ID: ";
    internal const string AddFile = "*** Add File: ";
    internal const string DeleteFile = "*** Delete File: ";
    internal const string UpdateFile = "*** Update File: ";
    internal const string MoveTo = "*** Move to: ";
    internal const string EndOfFile = "*** End of File";
    internal const string Chunk = "@@";
    internal const string ChunkWithContext = "@@ ";
}
