using System.Diagnostics;

namespace Codex.TestSupport.Files;

/// <summary>The <c>zstd</c> program, an independent judge of what we compress.</summary>
public static class ZstandardTool
{
    private static readonly Lazy<bool> s_isThere = new(() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(static directory => File.Exists(Path.Combine(directory, "zstd"))));

    /// <summary>Whether the program is installed.</summary>
    public static bool IsInstalled => s_isThere.Value;

    /// <summary>The content of a compressed stream.</summary>
    /// <exception cref="InvalidDataException">The program does not accept it.</exception>
    public static Task<byte[]> DecompressAsync(ReadOnlyMemory<byte> compressed, CancellationToken cancellationToken) =>
        RunAsync(["-d", "-c", "-q"], compressed, cancellationToken);

    /// <summary>What the program makes of the content at a level.</summary>
    public static Task<byte[]> CompressAsync(ReadOnlyMemory<byte> content, int level, CancellationToken cancellationToken) =>
        RunAsync([$"-{level}", "-c", "-q"], content, cancellationToken);

    private static async Task<byte[]> RunAsync(string[] arguments, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("zstd", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var copy = process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
        process.StandardInput.Close();
        await Task.WhenAll(copy, error, process.WaitForExitAsync(cancellationToken));
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidDataException(await error);
    }
}
