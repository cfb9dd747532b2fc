using System.Text;
using Codex.Execution.Patching;

namespace Codex.Execution.Policy.Rules.Loading;

/// <summary>Finds and reads the rules files of configuration folders (<c>core/src/exec_policy.rs</c>).</summary>
public static class RuleFiles
{
    /// <summary>The folder of rules beside a configuration file.</summary>
    public const string DirectoryName = "rules";

    /// <summary>The file that approvals are appended to.</summary>
    public const string DefaultFileName = "default.rules";

    private const string Extension = ".rules";

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the rules of every folder, those with the lowest precedence first; files of a folder in the order of their names.</summary>
    /// <param name="configurationFolders">Folders that may hold a folder of rules.</param>
    /// <exception cref="RulesException">A file cannot be read or used.</exception>
    public static CommandRules Load(IEnumerable<string> configurationFolders)
    {
        ArgumentNullException.ThrowIfNull(configurationFolders);
        RulesReader? reader = null;
        foreach (var folder in configurationFolders)
        {
            foreach (var file in Find(Path.Join(folder, DirectoryName)))
            {
                var text = ReadText(file);
                (reader ??= new RulesReader()).Read(file, text);
            }
        }

        return reader?.Build() ?? CommandRules.Empty;
    }

    private static List<string> Find(string directory)
    {
        try
        {
            // Links are passed over, as in the original.
            List<string> files = [.. new DirectoryInfo(directory).EnumerateFiles()
                .Where(static file => file.Name.EndsWith(Extension, StringComparison.Ordinal) && file.Name.Length > Extension.Length && file.LinkTarget is null)
                .Select(static file => file.FullName)];
            files.Sort(StringComparer.Ordinal);
            return files;
        }
        catch (DirectoryNotFoundException) when (!File.Exists(directory))
        {
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RulesException($"failed to read rules files from {directory}: {(File.Exists(directory) ? "Not a directory (os error 20)" : FileFailures.Describe(exception, directory))}");
        }
    }

    private static string ReadText(string file)
    {
        try
        {
            return s_strict.GetString(File.ReadAllBytes(file));
        }
        catch (DecoderFallbackException)
        {
            throw new RulesException($"failed to read rules file {file}: stream did not contain valid UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RulesException($"failed to read rules file {file}: {FileFailures.Describe(exception, file)}");
        }
    }
}
