using System.Security.Cryptography;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>A stored password.</summary>
internal sealed class PasswordHash
{
    // Far fewer than a real store needs: nothing outlives the process, and tests sign in thousands of times.
    // Hashing keeps plain passwords out of memory dumps and debuggers.
    private const int Iterations = 1_000;

    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _hash;

    public PasswordHash(string password) => _hash = Derive(password);

    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(_hash, Derive(password));

    private byte[] Derive(string password) => Rfc2898DeriveBytes.Pbkdf2(password, _salt, Iterations, HashAlgorithmName.SHA256, 32);
}
