namespace Codex.Exec.Output;

/// <summary>Colours as the original writes them, or none at all.</summary>
internal sealed class Ansi(bool enabled)
{
    public string Bold(string text) => Wrap("\e[1m", text);

    public string Dim(string text) => Wrap("\e[2m", text);

    public string Italic(string text) => Wrap("\e[3m", text);

    public string Red(string text) => Wrap("\e[31m", text);

    public string Green(string text) => Wrap("\e[32m", text);

    public string Yellow(string text) => Wrap("\e[33m", text);

    public string Magenta(string text) => Wrap("\e[35m", text);

    public string Cyan(string text) => Wrap("\e[36m", text);

    private string Wrap(string start, string text) => enabled ? $"{start}{text}\e[0m" : text;
}
