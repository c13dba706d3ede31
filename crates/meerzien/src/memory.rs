//! Memory goes back to the machine when it is no longer used.
//!
//! Left to itself, glibc learns from the first segment of an upload that blocks of megabytes are worth keeping, and
//! then keeps a heap of them per thread: measured, three times what is in use (`docs/measurements.md`).

/// Blocks from this size on, in bytes, are taken from the machine and given back to it one by one.
#[cfg(target_env = "gnu")]
const LARGE: i32 = 256 * 1024;
/// How many heaps threads share. More would only hold more.
#[cfg(target_env = "gnu")]
const HEAPS: i32 = 2;

/// Asks the allocator to give back what is no longer used. Called once, before anything else.
#[cfg(target_env = "gnu")]
#[expect(
    unsafe_code,
    reason = "glibc can be told in no other way; mallopt takes two numbers and keeps nothing"
)]
pub fn give_back() {
    for (what, how) in
        [(libc::M_MMAP_THRESHOLD, LARGE), (libc::M_TRIM_THRESHOLD, LARGE), (libc::M_ARENA_MAX, HEAPS)]
    {
        // SAFETY: mallopt only sets a number of the allocator, and refuses one it does not know.
        unsafe { libc::mallopt(what, how) };
    }
}

/// Other allocators give back by themselves.
#[cfg(not(target_env = "gnu"))]
pub const fn give_back() {}
