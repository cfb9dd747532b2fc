using System.Text;

namespace Codex.AppServer.Protocol.Contract.TypeScript;

/// <summary>A TypeScript file while it is written: its text, and what that imports.</summary>
/// <param name="directory">Its directory, with the slash.</param>
internal sealed class TypeScriptFile(string directory)
{
    /// <summary>The line by which other tools know that nobody edits the file.</summary>
    public const string Header = "// GENERATED CODE! DO NOT MODIFY BY HAND!\n\n";

    private readonly SortedDictionary<string, string> _imports = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();

    /// <summary>Adds text.</summary>
    public TypeScriptFile Write(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Adds the name of something that another module exports.</summary>
    /// <param name="module">The module, from the output directory.</param>
    public void WriteImported(string module)
    {
        var name = module[(module.LastIndexOf('/') + 1)..];
        _imports[TypeScriptPath.Relative(directory, module)] = name;
        _text.Append(name);
    }

    /// <summary>Adds a description on lines of its own; nothing without one.</summary>
    public void WriteDoc(string? doc)
    {
        if (doc is null)
            return;
        while (_text.Length > 0 && _text[^1] == ' ')
            _text.Length--;
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append("/**\n * ").Append(doc.Replace("\n", "\n * ", StringComparison.Ordinal)).Append("\n */\n");
    }

    /// <summary>The whole file.</summary>
    /// <param name="self">The module that the file is; it does not import itself.</param>
    public byte[] ToBytes(string self)
    {
        var file = new StringBuilder(Header);
        _imports.Remove(TypeScriptPath.Relative(directory, self));
        foreach (var (module, name) in _imports)
            file.Append("import type { ").Append(name).Append(" } from \"").Append(module).Append("\";\n");
        if (_imports.Count > 0)
            file.Append('\n');
        return Encoding.UTF8.GetBytes(file.Append(_text).ToString());
    }
}
