using System.Text;

namespace Codex.Formats.Bash.Parsing;

/// <summary>Here-documents whose operators were read, and whose bodies begin behind the next line end.</summary>
internal sealed class HeredocQueue(BashCursor cursor)
{
    private readonly List<BashRedirection> _pending = [];

    internal bool IsEmpty => _pending.Count is 0;

    /// <summary>Remembers a here-document.</summary>
    internal void Add(BashRedirection redirection) => _pending.Add(redirection);

    /// <summary>Reads the bodies; the cursor stands behind a line end.</summary>
    internal void ReadBodies()
    {
        foreach (var redirection in _pending)
            Read(redirection);
        _pending.Clear();
    }

    private void Read(BashRedirection redirection)
    {
        var delimiter = WithoutQuotes(redirection.Target);
        var stripsTabs = redirection.Operator is "<<-";
        var start = cursor.Position;
        while (!cursor.AtEnd)
        {
            var lineStart = cursor.Position;
            var feed = cursor.Text.IndexOf('\n', lineStart);
            var line = cursor.Text.AsSpan(lineStart..(feed < 0 ? cursor.Text.Length : feed));
            cursor.Position = feed < 0 ? cursor.Text.Length : feed;
            if ((stripsTabs ? line.TrimStart('\t') : line).SequenceEqual(delimiter))
            {
                Fill(redirection, cursor.Text[start..lineStart]);
                SkipLineEnd();
                return;
            }

            SkipLineEnd();
        }

        cursor.Fail("a here-document has no end");
    }

    private void SkipLineEnd() => cursor.Take('\n');

    private void Fill(BashRedirection redirection, string body)
    {
        redirection.Heredoc!.Body = body;
        if (redirection.Target.IsQuoted)
            return;
        var inner = new BashCursor(body, cursor.Depth);
        var parts = new BashParser(inner).Words.ReadHeredocParts();
        // What cannot be told apart counts as something that runs commands; the script around it stays readable.
        redirection.Heredoc.Parts = inner.Error is null ? parts : [new BashWordPart(BashWordPartKind.CommandSubstitution, body)];
    }

    private static string WithoutQuotes(BashWord word)
    {
        var text = new StringBuilder();
        foreach (var part in word.Parts)
            text.Append(part.Text);
        return text.Replace("\\", "").ToString();
    }
}
