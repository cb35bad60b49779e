using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Benchmarks;

/// <summary>The registers that kernels find.</summary>
internal static class Registers
{
    /// <summary>The widest of them.</summary>
    public static string Widest => Vector512.IsHardwareAccelerated ? "AVX-512" : Avx2.IsSupported ? "AVX2" : "scalar";
}
