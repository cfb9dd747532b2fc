namespace Codex.AppServer.Protocol.Contract.Reading;

/// <summary>The lines of a definition, read one after the other; comments and empty lines are left out.</summary>
internal sealed class ContractLines
{
    private const int Step = 2;

    private readonly string _source;
    private readonly List<ContractLine> _lines = [];
    private int _next;

    /// <param name="source">The file's name, for messages.</param>
    /// <param name="text">All of it.</param>
    public ContractLines(string source, string text)
    {
        _source = source;
        List<string> doc = [];
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var content = line.Trim();
            if (content.StartsWith("# "))
            {
                doc.Add(content[2..].ToString());
            }
            else if (!content.IsEmpty && !content.StartsWith("//"))
            {
                _lines.Add(Read(number, line.Length - line.TrimStart().Length, content.ToString(), doc));
                doc.Clear();
            }
        }
    }

    /// <summary>The line that comes next; null at the end.</summary>
    public ContractLine? Peek => _next < _lines.Count ? _lines[_next] : null;

    /// <summary>Takes the next line when it is as deep as this.</summary>
    public ContractLine? Take(int depth) => Peek is { } line && line.Depth == depth ? _lines[_next++] : null;

    /// <summary>The complaint about a line.</summary>
    public ContractFormatException Error(ContractLine line, string problem) => new(_source, line.Number, problem);

    private static ContractLine Read(int number, int indent, string content, List<string> doc)
    {
        var parts = content.Split(" @");
        return new ContractLine(number, indent / Step, parts[0], parts[1..], doc.Count == 0 ? null : string.Join('\n', doc));
    }
}
