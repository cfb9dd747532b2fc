using System.Text;

namespace Codex.Platform.Processes.Windows;

/// <summary>Writes arguments as the one string that Windows hands to a program, so that its C runtime takes them apart again.</summary>
internal static class WindowsCommandLine
{
    internal static string Join(IReadOnlyList<string> arguments)
    {
        var line = new StringBuilder();
        for (var index = 0; index < arguments.Count; index++)
        {
            if (index > 0)
                line.Append(' ');
            Append(line, arguments[index], isProgram: index == 0);
        }

        return line.ToString();
    }

    // In the program's name a backslash is never an escape, and a quotation mark cannot be written.
    private static void Append(StringBuilder line, string argument, bool isProgram)
    {
        if (isProgram && argument.Contains('"'))
            throw new SpawnException("a program name cannot contain a quotation mark");
        if (argument.Length > 0 && argument.AsSpan().IndexOfAny(" \t\n\v\"") < 0)
            line.Append(argument);
        else if (isProgram)
            line.Append('"').Append(argument).Append('"');
        else
            AppendQuoted(line, argument);
    }

    private static void AppendQuoted(StringBuilder line, string argument)
    {
        line.Append('"');
        var backslashes = 0;
        foreach (var character in argument)
        {
            if (character == '"')
                line.Append('\\', backslashes + 1);
            backslashes = character == '\\' ? backslashes + 1 : 0;
            line.Append(character);
        }

        line.Append('\\', backslashes).Append('"');
    }
}
