using System.Text;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>Writes the operations: the interface's declarations and the client's methods.</summary>
internal static class ClientWriter
{
    public static string Write(EquatableArray<Operation> operations)
    {
        var declarations = new StringBuilder();
        var methods = new StringBuilder();
        foreach (var operation in operations)
        {
            var (name, access) = (operation.Name, operation.IsSigned ? "Signed with IAM credentials." : "Unsigned.");
            declarations.Append($"""

                            /// <summary><see href="{Source.Page(name)}">{name}</see>. {access}</summary>

                    """);
            foreach (var error in operation.Errors) declarations.Append("        /// <exception cref=\"").Append(error).Append("\"/>\n");
            declarations.Append($"""
                            Task<{name}Response> {name}Async({name}Request request, CancellationToken cancellationToken = default);

                    """);
            methods.Append($"""

                            /// <inheritdoc/>
                            public virtual Task<{name}Response> {name}Async({name}Request request, CancellationToken cancellationToken = default) =>
                                InvokeAsync<{name}Request, {name}Response>(request, cancellationToken);

                    """);
        }

        return $$"""
            {{Source.Header}}
            using System.Threading;
            using System.Threading.Tasks;
            using Amazon.CognitoIdentityProvider.Model;

            namespace Amazon.CognitoIdentityProvider
            {
                public partial interface IAmazonCognitoIdentityProvider
                {{{declarations}}    }

                public partial class AmazonCognitoIdentityProviderClient
                {{{methods}}    }
            }

            """;
    }
}
