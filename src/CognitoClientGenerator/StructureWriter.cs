using System.Text;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>Writes a request, a response, or a shape within them.</summary>
internal static class StructureWriter
{
    public static string Write(Structure structure)
    {
        var bases = new List<string>();
        var body = new StringBuilder(Source.Properties(structure.Members));
        switch (structure.Role)
        {
            case StructureRole.Request:
                bases.AddRange(["AmazonCognitoIdentityProviderRequest", "IRequestShape"]);
                if (!structure.IsSigned) bases.Add("IUnsignedRequest");
                body.Append($"\n    static string IRequestShape.Target => \"{structure.Target}\";\n");
                break;
            case StructureRole.Response:
                bases.AddRange(["AmazonWebServiceResponse", $"IResponseShape<{structure.Name}>"]);
                body.Append($"\n    static bool IResponseShape<{structure.Name}>.HasMembers => {(structure.Members.Count > 0 ? "true" : "false")};\n");
                break;
            default:
                if (structure.IsWritten) bases.Add("IWrittenShape");
                if (structure.IsRead) bases.Add($"IReadShape<{structure.Name}>");
                break;
        }

        if (structure.IsWritten) body.Append(Writing(structure));
        if (structure.IsRead) body.Append(Reading(structure));
        return $$"""
            {{Source.Header}}
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Text.Json;
            using Amazon.CognitoIdentityProvider.Internal;
            using Amazon.Runtime;

            namespace Amazon.CognitoIdentityProvider.Model;

            /// <summary>{{Summary(structure)}}</summary>
            public class {{structure.Name}}{{(bases.Count > 0 ? " : " : "")}}{{string.Join(", ", bases)}}
            {{{body}}}

            """;
    }

    private static string Writing(Structure structure)
    {
        var writing = new StringBuilder("\n    void IWrittenShape.Write(Utf8JsonWriter writer)\n    {\n");
        foreach (var member in structure.Members) writing.Append($"        writer.WriteMember(\"{member.WireName}\"u8, {member.Name});\n");
        return writing.Append("    }\n").ToString();
    }

    private static string Reading(Structure structure) => $$"""

            static {{structure.Name}} IReadShape<{{structure.Name}}>.Read(ref Utf8JsonReader reader)
            {
                var shape = new {{structure.Name}}();
        {{Source.Reading(structure.Members, "shape.")}}        return shape;
            }

        """;

    private static string Summary(Structure structure) => structure.Role switch
    {
        StructureRole.Request => $"""The request of <see href="{Source.Page(structure.Operation!)}">{structure.Operation}</see>. {(structure.IsSigned ? "Signed with IAM credentials." : "Unsigned.")}""",
        StructureRole.Response => $"""The response of <see href="{Source.Page(structure.Operation!)}">{structure.Operation}</see>.{(structure.Members.Count == 0 ? " It has no members." : "")}""",
        _ => $"""<see href="{Source.Page(structure.Name)}">{structure.Name}</see>, a part of {(structure.IsWritten ? structure.IsRead ? "requests and responses" : "requests" : "responses")}.""",
    };
}
