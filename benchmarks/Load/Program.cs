using CognitoAuth.Benchmarks.Load;
using CognitoAuth.Benchmarks.Load.Servers;

var options = new ConfigurationBuilder().AddCommandLine(args[Math.Min(1, args.Length)..]).Build();
return (args.FirstOrDefault(), options["server"]) switch
{
    // Internal: this program starts each of its servers as a process with this argument.
    ("serve", "bare") => await BareServer.Run(),
    ("serve", "jwt-bearer") => await JwtBearerServer.Run(),
    ("serve", "api") => await ApiServer.Run(),
    ("verify", _) => await VerifyBenchmark.Run(options),
    ("sign-in", _) => await SignInBenchmark.Run(options),
    ("memory", _) => await MemoryBenchmark.Run(options),
    ("soak", _) => await Soak.Run(options),
    ("start", _) => await StartBenchmark.Run(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        Measures the API in separate processes, and compares it with the framework alone. Run it in Release:

          dotnet run -c Release --project benchmarks/Load -- verify [--rounds 11] [--connections 64]    /v1/auth/verify: CPU and time of a request, compared with endpoints without authentication and with JwtBearer
          dotnet run -c Release --project benchmarks/Load -- sign-in [--rounds 11] [--connections 256]    /v1/auth/sign-in with a password, compared with an endpoint that only calls Cognito
          dotnet run -c Release --project benchmarks/Load -- memory [--requests 10000000] [--tokens 50000]    memory while verifying many tokens, compared with a bare server
          dotnet run -c Release --project benchmarks/Load -- soak [--minutes 20]    mixed load with a Cognito that sometimes fails: responses by code, memory and handles over time
          dotnet run -c Release --project benchmarks/Load -- start --program CognitoAuth.Api.dll [--environment Development] [--runs 10]    from the start of a process until it is ready, compared with a bare one
        """);
    return 2;
}
