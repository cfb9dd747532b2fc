using Codex.TestSupport.Files;

namespace Codex.Parity.Tests.Harness;

/// <summary>A PATH entry with the bubblewrap that the real package brings, so that both sides find the same one.</summary>
internal static class SystemTools
{
    private static readonly Lock s_lock = new();

    internal static string Directory(string oracle)
    {
        var tools = Path.Combine(Repository.OracleDirectory, "tools");
        lock (s_lock)
        {
            var link = Path.Combine(tools, "bwrap");
            if (!File.Exists(link))
            {
                System.IO.Directory.CreateDirectory(tools);
                File.Delete(link);
                File.CreateSymbolicLink(link, Path.GetFullPath(Path.Combine(oracle, "../../codex-resources/bwrap")));
            }
        }

        return tools;
    }
}
