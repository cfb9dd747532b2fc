using System.Text;
using System.Text.Json.Nodes;
using Codex.AppServer.Protocol.Contract;
using Codex.AppServer.Protocol.Contract.Model;
using Codex.AppServer.Protocol.Contract.Reading;
using Codex.AppServer.Protocol.Contract.Schemas;
using Codex.AppServer.Protocol.Contract.TypeScript;

namespace Codex.AppServer.Tests.Contract;

public sealed class OutputTests
{
    private const string Definitions = """
        client requests
          # Asks.
          ask AskParams -> AskResponse
          try TryParams -> TryResponse @experimental
        module shared
        alias RequestId = string | int64
        module v2
        # A question.
        record AskParams
          # Its words.
          text?: string?
          mode: Mode = "fast"
          trial?: bool @experimental
        enum Mode
          fast
          # Takes its time.
          slow
          other: string
        record AskResponse
          answers: [Answer]
        union Answer by type
          none
          plain
            text: string
        record TryParams
        record TryResponse
          only: OnlyTried
        record OnlyTried
        """;

    [Fact]
    public void TypeScript_imports_what_it_names_and_carries_the_descriptions() => Assert.Equal(
        """
        // GENERATED CODE! DO NOT MODIFY BY HAND!

        import type { Mode } from "./Mode";

        /**
         * A question.
         */
        export type AskParams = {
        /**
         * Its words.
         */
        text?: string | null, mode: Mode, trial?: boolean, };

        """,
        Text(TypeScript(experimental: true), "v2/AskParams.ts"));

    [Fact]
    public void Unions_of_TypeScript_are_told_apart_by_their_tags()
    {
        Assert.EndsWith("export type Answer = { \"type\": \"none\" } | { \"type\": \"plain\", text: string, };\n", Text(TypeScript(experimental: true), "v2/Answer.ts"));
        Assert.EndsWith("\"slow\" | { \"other\": string };\n", Text(TypeScript(experimental: true), "v2/Mode.ts"));
    }

    [Fact]
    public void What_is_experimental_is_left_out_but_not_what_only_that_uses()
    {
        var export = TypeScript(experimental: false);
        Assert.DoesNotContain("trial", Text(export, "v2/AskParams.ts"));
        Assert.DoesNotContain("try", Text(export, "ClientRequest.ts"));
        Assert.Equal(["v2/TryParams.ts", "v2/TryResponse.ts"], export.Absent.Order());
        Assert.Contains(export.Files, static file => file.Path == "v2/OnlyTried.ts");
    }

    [Fact]
    public void A_schema_wraps_references_that_have_something_beside_them() => Assert.True(
        JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "title": "AskParams",
                  "description": "A question.",
                  "type": "object",
                  "properties": {
                    "mode": { "default": "fast", "allOf": [{ "$ref": "#/definitions/Mode" }] },
                    "text": { "description": "Its words.", "type": ["string", "null"] }
                  },
                  "definitions": {
                    "Mode": {
                      "oneOf": [
                        { "type": "string", "enum": ["fast"] },
                        { "description": "Takes its time.", "type": "string", "enum": ["slow"] },
                        {
                          "title": "OtherMode",
                          "type": "object",
                          "required": ["other"],
                          "properties": { "other": { "type": "string" } },
                          "additionalProperties": false
                        }
                      ]
                    }
                  }
                }
                """),
            JsonNode.Parse(Text(new SchemaExport(Contract(), experimental: false).Create(), "v2/AskParams.json"))));

    [Fact]
    public void A_schema_of_several_objects_names_each()
    {
        var answer = JsonNode.Parse(Text(new SchemaExport(Contract(), experimental: true).Create(), "v2/AskResponse.json"))!["definitions"]!["Answer"]!["oneOf"]![1]!;
        Assert.Equal("PlainAnswer", (string?)answer["title"]);
        Assert.Equal("PlainAnswerType", (string?)answer["properties"]!["type"]!["title"]);
    }

    private static ContractExport TypeScript(bool experimental) => new TypeScriptExport(Contract(), experimental).Create();

    private static string Text(ContractExport export, string path) =>
        Encoding.UTF8.GetString(export.Files.Single(file => file.Path == path).Content.Span);

    private static ProtocolContract Contract()
    {
        var reader = new ContractReader();
        reader.Read("definitions", Definitions);
        return reader.ToContract();
    }
}
