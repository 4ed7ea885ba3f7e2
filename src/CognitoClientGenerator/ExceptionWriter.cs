using System.Text;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>Writes an exception, and the table that creates exceptions by the name of the error.</summary>
internal static class ExceptionWriter
{
    public static string Write(ModelledException exception)
    {
        var name = exception.Name;
        var reading = exception.Members.Count == 0 ? "" : $$"""

                internal override void ReadMembers(ref Utf8JsonReader reader)
                {
            {{Source.Reading(exception.Members, "")}}    }

            """;
        return $$"""
            {{Source.Header}}
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Net;
            using System.Text.Json;
            using Amazon.CognitoIdentityProvider.Internal;
            using Amazon.Runtime;

            namespace Amazon.CognitoIdentityProvider.Model;

            /// <summary>Cognito's error <c>{{name}}</c>.</summary>
            public class {{name}} : AmazonCognitoIdentityProviderException
            {{{Source.Properties(exception.Members)}}
                /// <inheritdoc/>
                public {{name}}(string message) : base(message)
                {
                }

                /// <inheritdoc/>
                public {{name}}(string message, Exception innerException) : base(message, innerException)
                {
                }

                /// <inheritdoc/>
                public {{name}}(Exception innerException) : base(innerException)
                {
                }

                /// <inheritdoc/>
                public {{name}}(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
                    base(message, errorType, errorCode, requestId, statusCode)
                {
                }

                /// <inheritdoc/>
                public {{name}}(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
                    base(message, innerException, errorType, errorCode, requestId, statusCode)
                {
                }
            {{reading}}}

            """;
    }

    public static string WriteTable(EquatableArray<string> names)
    {
        var cases = new StringBuilder();
        foreach (var name in names) cases.Append($"        \"{name}\" => new {name}(message, inner, Fault, code, id, status),\n");
        return $$"""
            {{Source.Header}}
            using System;
            using System.Net;
            using Amazon.CognitoIdentityProvider.Model;
            using Amazon.Runtime;

            namespace Amazon.CognitoIdentityProvider.Internal;

            /// <summary>The exception of each modelled error, by its name on the wire; others are the base type with their <c>ErrorCode</c>.</summary>
            internal static class ModelledExceptions
            {
                // AWS JSON does not state whose fault an error is; the official client uses the same value.
                private const ErrorType Fault = ErrorType.Unknown;

                public static AmazonCognitoIdentityProviderException Create(string? code, string message, Exception? inner, string? id, HttpStatusCode status) => code switch
                {
            {{cases}}        _ => new AmazonCognitoIdentityProviderException(message, inner, Fault, code, id, status),
                };
            }

            """;
    }
}
