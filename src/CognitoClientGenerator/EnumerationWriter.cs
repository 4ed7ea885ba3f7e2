using System.Text;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>Writes an enumeration in the form of AWS: a class with constants, which also accepts unknown values.</summary>
internal static class EnumerationWriter
{
    public static string Write(Enumeration enumeration)
    {
        var name = enumeration.Name;
        var constants = new StringBuilder();
        var cases = new StringBuilder();
        foreach (var value in enumeration.Values)
        {
            constants.Append($"""

                    /// <summary><c>{Names.Escape(value.Value)}</c></summary>
                    public static readonly {name} {value.Name} = new({Source.Literal(value.Value)});

                """);
            cases.Append($"        {Source.Literal(value.Value)} => {value.Name},\n");
        }

        return $$"""
            {{Source.Header}}
            using System.Diagnostics.CodeAnalysis;
            using Amazon.CognitoIdentityProvider.Internal;
            using Amazon.Runtime;

            namespace Amazon.CognitoIdentityProvider;

            /// <summary>The values of <c>{{name}}</c>. Others are kept as they are.</summary>
            public class {{name}} : ConstantClass, IConstant<{{name}}>
            {{{constants}}
                /// <summary>A value, known or not.</summary>
                public {{name}}(string value) : base(value)
                {
                }

                /// <summary>The constant of a value, or a new one where AWS has added it since.</summary>
                [return: NotNullIfNotNull(nameof(value))]
                public static {{name}}? FindValue(string? value) => value switch
                {
                    null => null,
            {{cases}}        _ => new {{name}}(value),
                };

                /// <summary>As <see cref="FindValue(string)"/>.</summary>
                [return: NotNullIfNotNull(nameof(value))]
                public static implicit operator {{name}}?(string? value) => FindValue(value);

                static {{name}} IConstant<{{name}}>.Of(string value) => FindValue(value);
            }

            """;
    }
}
