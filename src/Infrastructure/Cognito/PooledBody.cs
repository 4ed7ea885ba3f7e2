using System.Buffers;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>The bytes of a response in a rented buffer. It is cleared before it is returned, since responses hold tokens.</summary>
internal sealed class PooledBody : IDisposable
{
    private const int InitialSize = 8 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private int _length;

    private PooledBody()
    {
    }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>The body; <see langword="null"/> when it has more than <paramref name="limit"/> bytes.</returns>
    public static async ValueTask<PooledBody?> Read(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var body = new PooledBody();
        var isComplete = false;
        try
        {
            int read;
            while ((read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken)) > 0)
            {
                body._length += read;
                if (body._length > limit) return null;
                if (body._length == body._buffer.Length) body.Grow();
            }

            isComplete = true;
            return body;
        }
        finally
        {
            if (!isComplete) body.Dispose();
        }
    }

    public void Dispose()
    {
        Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        Return(_buffer);
        _buffer = larger;
    }

    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
