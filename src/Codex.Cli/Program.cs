namespace Codex.Cli;

/// <summary>Entry point of the <c>codex</c> executable.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is ["--version" or "-V"])
        {
            using var output = Console.OpenStandardOutput();
            output.Write("codex-cli 0.136.0\n"u8);
            return 0;
        }

        return 2;
    }
}
